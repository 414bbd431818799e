FROM python:3.13-slim AS build
WORKDIR /build
COPY hello/greet.py __main__.py
RUN python -m zipapp . --output /greet.pyz

FROM python:3.13-slim
COPY --from=build /greet.pyz /greet.pyz
CMD ["python", "/greet.pyz"]
