import { randomUUID } from 'node:crypto';

/** Somebody of the demo, signed in over HTTP and acting through their one seat. */
export interface Acting {
  get<T>(path: string): Promise<T>;
  /** @param version for If-Match, where the route wants it */
  post<T>(path: string, body?: object, version?: number): Promise<T>;
  put<T>(path: string, body: object, version: number): Promise<T>;
  signOut(): Promise<void>;
}

async function ask(
  base: string,
  path: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body?: object,
): Promise<Response> {
  const answer = await fetch(`${base}/api/v1${path}`, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(20_000),
  });
  if (!answer.ok)
    throw new Error(`${method} ${path}: ${answer.status} ${(await answer.text()).slice(0, 400)}`);
  return answer;
}

/** Signs in with a password. @throws Error with what the API answered */
export async function signIn(base: string, signInName: string, password: string): Promise<Acting> {
  const begun = await ask(base, '/session', 'POST', {}, { signInName, password });
  const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const me = (await (await ask(base, '/me', 'GET', { cookie })).json()) as { seats: { id: string }[] };
  const headers = { cookie, seat: me.seats[0]?.id ?? '' };
  const changing = (version?: number): Record<string, string> => ({
    ...headers,
    'idempotency-key': randomUUID(),
    ...(version !== undefined && { 'if-match': `"v${version}"` }),
  });
  // A slow machine takes longer than a proof holds.
  const act = async (
    path: string,
    method: string,
    sent: Readonly<Record<string, string>>,
    body?: object,
  ): Promise<Response> => {
    try {
      return await ask(base, path, method, sent, body);
    } catch (error) {
      if (!(error as Error).message.includes('account.stepUp.needed')) throw error;
      await ask(base, '/session/proof', 'POST', headers, { password });
      return ask(base, path, method, sent, body);
    }
  };
  return {
    get: async <T>(path: string) => (await (await act(path, 'GET', headers)).json()) as T,
    post: async <T>(path: string, body: object = {}, version?: number) =>
      (await (await act(path, 'POST', changing(version), body)).json()) as T,
    put: async <T>(path: string, body: object, version: number) =>
      (await (await act(path, 'PUT', changing(version), body)).json()) as T,
    signOut: async () => {
      await ask(base, '/session', 'DELETE', headers);
    },
  };
}
