FROM python:3.13-slim
RUN useradd --system --uid 10001 --no-create-home app \
 && install --directory --owner=app /data
WORKDIR /app
USER 10001
