FROM python:3.13-slim
# hadolint ignore=DL3064
ARG TOKEN
RUN test -n "$TOKEN" && echo "fetched with a token" > /result
