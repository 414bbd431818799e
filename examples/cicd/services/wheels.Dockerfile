FROM python:3.13-slim
WORKDIR /job
COPY requirements.txt .
RUN pip download --quiet --dest /wheels -r requirements.txt
