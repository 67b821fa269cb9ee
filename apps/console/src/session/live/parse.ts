/** One event of the stream: which thing changed, never what of it. */
export interface LiveEvent {
  readonly kind: string;
  readonly id: string | undefined;
  readonly place: string | undefined;
}

/** Reads server-sent events as they come, whole or in pieces (WHATWG HTML §9.2.6). */
export function createReader(): (piece: string) => LiveEvent[] {
  let rest = '';
  return (piece) => {
    const blocks = (rest + piece).split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.flatMap((block) => {
      const field = (name: string): string | undefined =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2);
      const kind = field('event');
      if (kind === undefined) return [];
      const { id } = JSON.parse(field('data') ?? '{}') as { id?: string };
      return [{ kind, id, place: field('id') }];
    });
  };
}
