// The package's own types are not reachable through its export map.
declare module 'tinykeys' {
  /** Binds keys such as `$mod+k` or `g m`; returns how to unbind them. With `capture` they are heard in a search list too, which stops keys from bubbling. */
  export function tinykeys(
    target: Window | HTMLElement,
    keys: Readonly<Record<string, (event: KeyboardEvent) => void>>,
    options?: { readonly capture?: boolean },
  ): () => void;
}
