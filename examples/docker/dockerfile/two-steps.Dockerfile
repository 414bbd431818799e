FROM python:3.13-slim
RUN head -c 20000000 /dev/urandom > /tmp/download
RUN rm /tmp/download
