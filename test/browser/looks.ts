import type { Page } from 'playwright-core';

/**
 * What axe does not look at: text cut off, focus that is not seen, targets that are too small. Each answers
 * with the faults it found.
 */

/**
 * Elements whose text does not fit into them: cut off or spilling over what follows. Boxes that scroll, and
 * what is hidden on purpose, are left out.
 */
export function covered(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((element) => {
        const style = getComputedStyle(element);
        if (
          element.closest(
            '.visually-hidden, .skip-link, svg, input, select, textarea, [aria-hidden="true"]',
          ) !== null ||
          style.display.startsWith('inline') ||
          style.overflowX === 'auto'
        )
          return false;
        if (element.closest('.table-region') !== null) return false;
        return (
          element.scrollWidth > element.clientWidth + 2 &&
          element.clientWidth > 0 &&
          element.querySelector('.table-region') === null
        );
      })
      .map(
        (element) =>
          `${element.tagName}.${element.className}: ${element.scrollWidth} in ${element.clientWidth}`,
      ),
  );
}

/**
 * Walks the page by Tab to its end: each stop has a ring of 3:1 against its ground, lies in the window, and
 * under nothing.
 */
export async function unseenFocus(
  page: Page,
): Promise<{ readonly stops: number; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  let stops = 0;
  await page.evaluate(() => {
    // Walks from the top, wherever the page put the focus.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (element === null || element === document.body || element.dataset['visited'] === 'yes') return null;
      element.dataset['visited'] = 'yes';
      const name = `${element.tagName}.${element.className} "${(element.textContent ?? '').slice(0, 30)}"`;
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      if (canvas === null) return `${name}: no canvas`;
      const light = (colour: string): number => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) =>
          value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const ringed = [element, element.closest<HTMLElement>('.choice')].find(
        (each) =>
          each !== null &&
          getComputedStyle(each).outlineStyle === 'solid' &&
          Number.parseFloat(getComputedStyle(each).outlineWidth) >= 2,
      );
      if (!ringed) return `${name}: no ring`;
      let ground: HTMLElement | null = ringed.parentElement;
      while (
        ground !== null &&
        /^(transparent|rgba\(0, 0, 0, 0\))$/.test(getComputedStyle(ground).backgroundColor)
      )
        ground = ground.parentElement;
      const [low = 0, high = 0] = [
        light(getComputedStyle(ringed).outlineColor),
        light(getComputedStyle(ground ?? document.body).backgroundColor),
      ].sort((a, b) => a - b);
      if ((high + 0.05) / (low + 0.05) < 3)
        return `${name}: ring of ${((high + 0.05) / (low + 0.05)).toFixed(2)}:1`;
      const box = ringed.getBoundingClientRect();
      if (box.bottom > window.innerHeight + 1 || box.top < -1)
        return box.height > window.innerHeight ? '' : `${name}: outside the window`;
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return top !== null && (ringed.contains(top) || top.contains(ringed))
        ? ''
        : `${name}: under ${top?.className ?? 'nothing'}`;
    });
    if (stop === null) return { stops, faults };
    stops += 1;
    if (stop !== '') faults.push(stop);
  }
}

/**
 * Targets below the size, in pixels each way. Links within a sentence are excepted (WCAG 2.5.8), a label
 * counts as its control.
 */
export function narrowTargets(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate(
    (size) =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'main :is(a, button, input, select, textarea, summary, [role=tab], [role=option], [role=menuitem])',
        ),
      ]
        .filter(
          (element) =>
            element.closest('p, [hidden], .skip-link') === null && element.getClientRects().length > 0,
        )
        .map((element) => ({
          element,
          box: (element.closest('label.choice') ?? element).getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width < size - 0.5 || box.height < size - 0.5)
        .map(
          ({ element, box }) =>
            `${element.tagName}.${element.className} "${(element.textContent ?? '').slice(0, 30)}": ${Math.round(box.width)} × ${Math.round(box.height)}`,
        ),
    least,
  );
}
