# needs: docker
import signal
import sys
import time


def stop(number: int, frame: object) -> None:
    print("finishing the last request", flush=True)
    sys.exit(0)


signal.signal(signal.SIGTERM, stop)
print("ready", flush=True)
time.sleep(float(sys.argv[1]) if len(sys.argv) > 1 else 0)
