FROM python:3.13-slim
COPY pages.tar /copied/
ADD pages.tar /added/
