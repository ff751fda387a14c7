# One image for every process of the platform: the gateway, each subgraph, the command line.
FROM node:24-bookworm-slim AS built
WORKDIR /nodp
COPY . .
RUN ["node", "scripts/set-up.js", "build"]

FROM node:24-bookworm-slim
ENV HOST=0.0.0.0 PORT=4000 NODP_HOME=/var/lib/nodp
WORKDIR /nodp
COPY --from=built /nodp /nodp
RUN ["install", "-d", "-o", "node", "-g", "node", "/var/lib/nodp"]
USER node
VOLUME ["/var/lib/nodp"]
EXPOSE 4000
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/live').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "scripts/set-up.js"]
CMD ["start", "--empty"]
