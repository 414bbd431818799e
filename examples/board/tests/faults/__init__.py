"""What users see while servers fail: the real board, real servers, real processes.

These tests stop, kill and restart servers, so they run only where FAULTS_COMMAND says how;
an action (stop, start, kill, restart, pause, unpause) and a server (postgres, redis,
rabbitmq) follow it:

    FAULTS_COMMAND="docker compose" DATABASE_URL=… REDIS_URL=… BROKER_URL=… pytest tests/faults

FAULTS_OUTAGE is how many seconds RabbitMQ stays away (60 if not set).
"""
