# Where can the key be read, in an image ($1) and a container of it ($2)?
look() { grep -q k3y-4711 && echo "$1: found" || echo "$1: -"; }
docker history --no-trunc "$1" | look "history of the image"
docker run --rm "$1" sh -c 'cat .env 2> /dev/null' | look "files of the image"
docker inspect "$2" | look "docker inspect"
docker logs "$2" | look "logs"
