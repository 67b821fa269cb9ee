import type { PoolClient } from 'pg';

function unheard(): void {
  /* the holder of the connection learns it from the query that fails */
}

/**
 * For each pool's 'acquire'. A server that goes down may say so in the same packet that says a connection is
 * ready. The pool has let go of the connection by then, and its next holder does not have it yet; an error
 * without a listener would end the process.
 */
export function noteErrors(client: PoolClient): void {
  if (!client.listeners('error').includes(unheard)) client.on('error', unheard);
}
