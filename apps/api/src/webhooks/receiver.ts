import { lookup } from 'node:dns';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { WebhookRoute } from '../platform/webhook-route.js';

/** A try that failed; the code is all that is told of it. */
export class DeliveryFailed extends Error {
  override readonly name = 'DeliveryFailed';
  constructor(readonly code: string) {
    super(code);
  }
}

const timeLimitMs = 10_000;

/**
 * IANA's special-purpose addresses that are not globally reachable, multicast and the reserved rest
 * (registries of RFC 6890).
 */
const inside4 = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside4.addSubnet(network, bits, 'ipv4');
// Of IPv6 what is global unicast, without the parts of it that stand for something else: an IPv4 address in a
// tunnel could be any.
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
const inside6 = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inside6.addSubnet(network, bits, 'ipv6');
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether a message may be sent to an IP address: to anywhere in the world, and to nothing of this network. */
export function mayReach(address: string, { toLoopback }: WebhookRoute): boolean {
  const family = isIP(address);
  if (family === 0 || address.includes('%')) return false;
  if (toLoopback && loopback.check(address, family === 4 ? 'ipv4' : 'ipv6')) return true;
  return family === 4
    ? !inside4.check(address, 'ipv4')
    : global6.check(address, 'ipv6') && !inside6.check(address, 'ipv6');
}

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

/**
 * The address of a receiver as it may be kept, or undefined: https, no user or fragment, and no address of
 * this network. A name is looked up when it is sent to.
 */
export function receiverOf(text: string, route: WebhookRoute): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const host = hostOf(url);
  const near =
    isIP(host) === 0 ? host === 'localhost' : loopback.check(host, isIP(host) === 4 ? 'ipv4' : 'ipv6');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && near && route.toLoopback)) return undefined;
  if (url.username !== '' || url.password !== '' || url.hash !== '' || url.href.length > 500)
    return undefined;
  if (isIP(host) === 0 ? near && !route.toLoopback : !mayReach(host, route)) return undefined;
  return url;
}

/**
 * Looks a name up for the very connection that is being made: every address of it must do, so that none can
 * be swapped in afterwards.
 */
export function guardedLookup(route: WebhookRoute, resolve: typeof lookup = lookup): LookupFunction {
  return (hostname, options, answer) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) {
        answer(error, '', 0);
        return;
      }
      const [first] = found;
      if (!first || !found.every(({ address }) => mayReach(address, route))) {
        answer(new DeliveryFailed('EADDRESS'), '', 0);
        return;
      }
      if (options.all === true) answer(null, found);
      else answer(null, first.address, first.family);
    });
  };
}

/**
 * Posts one message. Of the answer only the status is read; a redirect is a failure, since it could lead anywhere.
 * @throws DeliveryFailed with `EADDRESS`, `ETIMEDOUT`, `HTTP` and the status, or the socket's code
 */
export async function post(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  route: WebhookRoute,
): Promise<void> {
  // The socket does not look up what is an address already.
  if (receiverOf(url.href, route) === undefined) throw new DeliveryFailed('EADDRESS');
  const status = await new Promise<number>((answered, failed) => {
    const sending = (url.protocol === 'https:' ? overHttps : overHttp)(
      url,
      {
        method: 'POST',
        agent: false,
        lookup: guardedLookup(route),
        maxHeaderSize: 16_384,
        signal: AbortSignal.timeout(timeLimitMs),
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
          'user-agent': 'situation-table',
        },
      },
      (response) => {
        answered(response.statusCode ?? 0);
        response.on('error', () => undefined);
        response.destroy();
      },
    );
    sending.on('error', (error: Error & { code?: unknown }) => {
      failed(
        new DeliveryFailed(
          error.name === 'AbortError' ? 'ETIMEDOUT' : typeof error.code === 'string' ? error.code : 'unknown',
        ),
      );
    });
    sending.end(body);
  });
  if (status < 200 || status > 299) throw new DeliveryFailed(`HTTP${status}`);
}
