FROM python:3.13-slim
RUN --mount=type=secret,id=token,required=true \
    test -s /run/secrets/token && echo "fetched with a token" > /result
