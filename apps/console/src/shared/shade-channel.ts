const name = 'privacy-shade';

/** Tells the other windows of this browser at once; those of other machines hear it from the server. */
export function tellShade(on: boolean): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage(on);
  channel.close();
}

export function onShadeChange(heard: (on: boolean) => void): () => void {
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event: MessageEvent<unknown>) => {
    heard(event.data === true);
  };
  return () => {
    channel.close();
  };
}
