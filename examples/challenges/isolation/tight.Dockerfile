FROM python:3.13-slim
WORKDIR /app
COPY fail_early.py .
CMD ["python", "-c", "import os; print('key in', os.environ['MAIL_KEY_FILE'])"]
