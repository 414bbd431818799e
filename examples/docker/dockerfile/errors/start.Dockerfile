FROM python:3.13-slim
COPY --chmod=755 start.sh /start.sh
CMD ["/start.sh"]
