FROM python:3.13-slim
WORKDIR /app
COPY requirements.txt .
# In place of `pip install -r requirements.txt`: it notes when it ran.
RUN date +%s.%N > /installed
COPY . .
