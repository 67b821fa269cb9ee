import { lazy } from 'react';
import { withWords } from '../words/words.js';

// Not needed by anyone who is signed in.
export const SignIn = lazy(() =>
  withWords(['sign-in'], () => import('../screens/sign-in/sign-in.js'))().then((module) => ({
    default: module.SignIn,
  })),
);
export const SessionEnded = lazy(() =>
  withWords(['dialogs', 'sign-in'], () => import('./session-ended.js'))().then((module) => ({
    default: module.SessionEnded,
  })),
);
export const KeptWordsNotices = lazy(() =>
  withWords(['refusals'], () => import('../session/kept-words.js'))().then((module) => ({
    default: module.KeptWordsNotices,
  })),
);
// Fetched when a proof is first asked for; the server has to be reached for it anyway.
export const ProofDialog = lazy(() =>
  withWords(['dialogs', 'sign-in'], () => import('../session/proof-dialog.js'))().then((module) => ({
    default: module.ProofDialog,
  })),
);
// Asked once of a new seat, and of an officer once for each table.
export const ListToSee = lazy(() =>
  withWords(['office'], () => import('../screens/administration/tables/list-to-see.js'))().then((module) => ({
    default: module.ListToSee,
  })),
);
