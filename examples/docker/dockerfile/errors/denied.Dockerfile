FROM python:3.13-slim
COPY start.sh /start.sh
CMD ["/start.sh"]
