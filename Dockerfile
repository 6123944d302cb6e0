# syntax=docker/dockerfile:1

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml manifest.yml ./
COPY .mvn .mvn
COPY src src
# What Maven fetches stays on the machine that builds, for the next time.
RUN --mount=type=cache,target=/root/.m2 mvn --batch-mode package -DskipTests

# Jammy, not Alpine: with glibc, SQLite's native library is the one that the tests run, and the image is there for arm64 too.
FROM eclipse-temurin:17-jre-jammy
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin steward \
    && install --directory --owner=steward --group=steward --mode=0700 /data
COPY --from=build /build/target/steward.jar /opt/steward/steward.jar

USER steward
WORKDIR /data
ENV DATA_DIR=/data PORT=3000
VOLUME /data
EXPOSE 3000

# The image has bash but no promise of curl.
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && IFS= read -r status <&3 && [[ $status == *' 200 '* ]]"]

# Java is the process that is asked to stop, and stops within seconds.
ENTRYPOINT ["java", "-jar", "/opt/steward/steward.jar"]
CMD ["serve"]
