import { useCallback, useState } from 'react';

export interface SidewaysRegion {
  readonly ref: (element: HTMLElement | null) => (() => void) | undefined;
  readonly role?: 'region';
  readonly tabIndex?: 0;
  readonly 'aria-labelledby'?: string;
}

/**
 * Makes a scrolling box a named stop for the keyboard, but only while its content is wider than itself (WCAG
 * 2.1.1, 1.4.10).
 */
export function useSidewaysRegion(labelId: string): SidewaysRegion {
  const [isWider, setWider] = useState(false);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const measure = (): void => {
      setWider(element.scrollWidth > element.clientWidth + 1);
    };
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    for (const child of element.children) watch.observe(child);
    measure();
    return () => {
      watch.disconnect();
    };
  }, []);
  return isWider ? { ref, role: 'region', tabIndex: 0, 'aria-labelledby': labelId } : { ref };
}
