# The site, built and served: docs/hosting.md.
FROM node:24-slim AS build
WORKDIR /halfway
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
ARG SITE_URL=
RUN SITE_URL="$SITE_URL" npm run build && find dist -name '*.map' -delete && rm -rf dist/.vite

FROM nginx:stable-alpine
COPY docs/nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=build /halfway/dist /usr/share/nginx/html
