FROM python:3.13-slim
ARG RELEASE=unknown
ENV LOG_LEVEL=INFO
RUN echo "built $RELEASE" > /release
