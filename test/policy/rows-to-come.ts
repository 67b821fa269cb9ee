/**
 * Rows of the matrix whose feature is not there yet, with the issue they wait for. No route may claim one
 * before its tests stand here.
 */
export const rowsToCome: Readonly<Record<number, { readonly waitsFor: string }>> = {
  15: { waitsFor: 'Console: matching happens in the browser; nothing of the list is sent' },
  38: { waitsFor: 'Purpose: break-glass' },
  49: { waitsFor: 'Purpose: repeat signal' },
  51: { waitsFor: 'Purpose: guard override' },
  55: { waitsFor: 'Releases: draft and assess' },
};
