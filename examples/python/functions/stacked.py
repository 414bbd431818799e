from functools import wraps


def mark(label):
    """Make a decorator that reports what it does under a label."""
    print(f"{label}: mark() runs")

    def decorator(func):
        print(f"{label}: decorator gets {func.__name__}")

        @wraps(func)
        def wrapper(*args, **kwargs):
            print(f"{label}: before the call")
            result = func(*args, **kwargs)
            print(f"{label}: after the call")
            return result

        return wrapper

    return decorator


@mark("top")
@mark("bottom")
def publish(slug):
    """Publish a project."""
    print(f"publishing {slug}")


print("--- defined, now called ---")
publish("chat")
