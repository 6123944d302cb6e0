# syntax=docker/dockerfile:1

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml manifest.yml ./
COPY .mvn .mvn
COPY src src
# What Maven fetches stays on the machine that builds, for the next time.
RUN --mount=type=cache,target=/root/.m2 mvn --batch-mode package -DskipTests

# Of Java, only what runs Steward; java.desktop for YAML and PDF, localedata for STEWARD_LOCALE.
RUN jlink --add-modules java.base,java.desktop,java.naming,java.net.http,java.sql,jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.management,jdk.unsupported \
    --strip-debug --no-header-files --no-man-pages --compress=2 --output /opt/java
# SQLite's native library lies beside the jar: it would be unpacked at each start, into a folder that need not be writable. Those of other
# machines are left out.
RUN mkdir -p /opt/steward/jar && cd /opt/steward/jar && jar --extract --file /build/target/steward.jar \
    && mv "org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so" .. && rm -r org/sqlite/native \
    && jar --create --file ../steward.jar --manifest META-INF/MANIFEST.MF . && rm -r ../jar

# Debian, not Alpine: with glibc, SQLite's native library is the one that the tests run, and the image is there for arm64 too.
FROM debian:bookworm-slim
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin steward \
    && install --directory --owner=steward --group=steward --mode=0700 /data
COPY --from=build /opt/java /opt/java
COPY --from=build /opt/steward /opt/steward

# LANG lets files be named as accounts are. Who may come in is for whoever runs the container to say, by what they publish.
ENV PATH=/opt/java/bin:$PATH LANG=C.UTF-8 DATA_DIR=/data HOST=0.0.0.0 METRICS_HOST=0.0.0.0 PORT=3000
# The quick compiler and a small heap to begin with: a start takes half the time, and an idle Steward three quarters of the memory.
RUN printf '%s\n' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms48m -Djava.io.tmpdir=/data \
    -Dorg.sqlite.lib.path=/opt/steward -Dorg.sqlite.lib.name=libsqlitejdbc.so > /opt/steward/java.args
# The classes as Java has them in memory, from a start that serves nobody: the next starts take them from there.
RUN java -XX:+UseSerialGC -Xshare:dump \
    && { DATA_DIR=/tmp/train SLACK_SIGNING_SECRET=none SLACK_BOT_TOKEN=xoxb-none timeout --preserve-status 15 \
        java @/opt/steward/java.args -XX:ArchiveClassesAtExit=/opt/steward/steward.jsa -jar /opt/steward/steward.jar serve \
        || [ "$?" = 143 ]; } \
    && rm -r /tmp/train && test -f /opt/steward/steward.jsa

USER steward
WORKDIR /data
VOLUME /data
EXPOSE 3000

# The image has bash but no promise of curl.
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && IFS= read -r status <&3 && [[ $status == *' 200 '* ]]"]

# Java is the process that is asked to stop, and stops within seconds.
ENTRYPOINT ["java", "@/opt/steward/java.args", "-XX:SharedArchiveFile=/opt/steward/steward.jsa", "-jar", "/opt/steward/steward.jar"]
CMD ["serve"]
