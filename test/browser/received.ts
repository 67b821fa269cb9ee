import type { Watched } from './browser.js';

/** Ways in which a page comes by a word. */
export const channels = ['network', 'events', 'dom', 'title', 'storage', 'history'] as const;
type Channel = (typeof channels)[number];

/**
 * Everything that a page ever came by, kept from its first byte: also what it showed for a moment and took
 * away again.
 */
export interface Received {
  /** Which of the words came in, and how: `network: word`. */
  readonly found: (words: readonly string[]) => Promise<readonly string[]>;
  /** Paths of all answers. */
  readonly paths: () => readonly string[];
}

/**
 * Runs in the page before its own scripts: whatever is written into the document, its title or its history,
 * or comes by a stream.
 */
function listen(): void {
  const { keep } = globalThis as unknown as { keep: (channel: string, text: string) => Promise<void> };
  const tell = (channel: string, text: string | null): void => {
    if (text !== null && text !== '') void keep(channel, text);
  };
  new MutationObserver((changes) => {
    for (const { target, type, attributeName, addedNodes } of changes) {
      if (type === 'attributes') tell('dom', (target as Element).getAttribute(attributeName ?? ''));
      else if (type === 'characterData') tell('dom', target.nodeValue);
      else
        for (const node of addedNodes) tell('dom', node instanceof Element ? node.outerHTML : node.nodeValue);
    }
    tell('title', document.title);
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  for (const name of ['pushState', 'replaceState'] as const) {
    const goes = history[name].bind(history);
    history[name] = (...to) => {
      tell('history', JSON.stringify(to));
      goes(...to);
    };
  }
  const fetches = fetch.bind(globalThis);
  globalThis.fetch = async (...asked) => {
    const answer = await fetches(...asked);
    if (answer.headers.get('content-type')?.startsWith('text/event-stream') === true) {
      void answer
        .clone()
        .body?.pipeThrough(new TextDecoderStream())
        .pipeTo(
          new WritableStream({
            write: (piece) => {
              tell('events', piece);
            },
          }),
        )
        .catch(() => undefined);
    }
    return answer;
  };
}

/** Listens to a page; to be called before its first page of ours. */
export async function receive({ page, context }: Watched): Promise<Received> {
  const kept: Record<Channel, string[]> = {
    network: [],
    events: [],
    dom: [],
    title: [],
    storage: [],
    history: [],
  };
  const paths: string[] = [];
  await context.exposeBinding('keep', (_source, channel: Channel, text: string) => {
    kept[channel].push(text);
  });
  await page.addInitScript(listen);
  page.on('response', (response) => {
    paths.push(new URL(response.url()).pathname);
    void Promise.all([response.allHeaders(), response.text()]).then(
      ([headers, text]) => kept.network.push(`${response.url()} ${JSON.stringify(headers)} ${text}`),
      () => undefined,
    );
  });
  const standing = async (): Promise<Record<Channel, string>> => {
    const devtools = await context.newCDPSession(page);
    const { entries } = await devtools.send('Page.getNavigationHistory');
    const now = await page.evaluate(async () => ({
      dom: [
        document.documentElement.outerHTML,
        ...[...document.querySelectorAll('input, textarea')].map(
          (field) => (field as HTMLInputElement).value,
        ),
      ].join('\n'),
      title: document.title,
      storage: JSON.stringify([
        { ...sessionStorage },
        { ...localStorage },
        document.cookie,
        await indexedDB.databases(),
        await caches.keys(),
        name,
      ]),
      state: JSON.stringify(history.state),
    }));
    return {
      network: '',
      events: '',
      dom: now.dom,
      title: now.title,
      storage: now.storage + JSON.stringify(await context.cookies()),
      history: JSON.stringify(entries) + now.state,
    };
  };
  return {
    found: async (words) => {
      const now = await standing();
      return channels.flatMap((channel) => {
        const all = [...kept[channel], now[channel]].join('\n').toLowerCase();
        return words
          .filter((word) => [word, encodeURIComponent(word)].some((form) => all.includes(form.toLowerCase())))
          .map((word) => `${channel}: ${word}`);
      });
    },
    paths: () => paths,
  };
}
