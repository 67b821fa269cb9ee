import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import sirv from 'sirv';

/** Addresses that are never a screen: an unknown one among them is answered as the API answers. */
const notScreens = /^\/(api|docs|healthz|readyz|metrics|openapi\.json|assets)(\/|$|\?)/;
const year = 'public, max-age=31536000, immutable';

function isNavigation(request: FastifyRequest): boolean {
  return !notScreens.test(request.url) && (request.headers.accept ?? '').includes('text/html');
}

/**
 * Serves the built console beside the API: assets by name for ever, since their names change with their
 * contents, and for every other address that a browser opens the one page, which is never kept.
 */
export function serveConsole(server: FastifyInstance, folder: string): void {
  const files = sirv(folder, {
    single: true,
    brotli: true,
    gzip: true,
    etag: false,
    setHeaders: (response, path) => {
      if (path.startsWith('/assets/')) response.setHeader('cache-control', year);
    },
  });
  const answer = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const isAsset = request.url.startsWith('/assets/');
    if (!isAsset && !isNavigation(request)) {
      reply.callNotFound();
      return reply;
    }
    reply.hijack();
    files(request.raw, reply.raw, () => {
      reply.raw.writeHead(404).end();
    });
    return reply;
  };
  server.get('/', answer);
  server.get('/*', answer);
}
