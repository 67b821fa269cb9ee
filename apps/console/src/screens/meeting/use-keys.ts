import { useEffect, useRef, useState } from 'react';

const kept = 'single-keys';

/** Whether single keys do something in meeting mode; whoever speaks to the machine, or leans on it, turns them off. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const [isOn, setOn] = useState(() => localStorage.getItem(kept) !== 'off');
  return [
    isOn,
    (on) => {
      localStorage.setItem(kept, on ? 'on' : 'off');
      setOn(on);
    },
  ];
}

const typing = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]';
const over = '[role=dialog], [role=alertdialog], dialog[open]';

/**
 * Binds single keys, `Y` or `1` or `?`: never while somebody types, never under a dialog, never for a key
 * that is held down.
 */
export function useKeys(keys: Readonly<Record<string, (() => void) | undefined>>, isOn: boolean): void {
  const bound = useRef(keys);
  useEffect(() => {
    bound.current = keys;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (!event.isTrusted || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if ((event.target as HTMLElement).closest(typing) !== null || document.querySelector(over) !== null)
        return;
      const act = bound.current[event.key.length === 1 ? event.key.toUpperCase() : event.key];
      if (act === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => {
      removeEventListener('keydown', onKey, { capture: true });
    };
  }, [isOn]);
}
