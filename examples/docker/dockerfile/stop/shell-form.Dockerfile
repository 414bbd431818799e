FROM python:3.13-slim
WORKDIR /app
COPY server.py .
# hadolint ignore=DL3025
CMD echo "starting" && python server.py 60
