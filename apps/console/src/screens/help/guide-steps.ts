import type { GuideStepId } from './texts.js';

interface GuideStep {
  readonly id: GuideStepId;
  /** The demo's account that takes this step. */
  readonly as: string;
  readonly to: '/situations/new' | '/meetings' | '/agency' | '/situations' | '/statistics';
}

/** The guided first meeting in its order; the names are those of the demo's accounts. */
export const guideSteps: readonly GuideStep[] = [
  { id: 'log', as: 'police', to: '/situations/new' },
  { id: 'open', as: 'deputy', to: '/meetings' },
  { id: 'decide', as: 'deputy', to: '/meetings' },
  { id: 'release', as: 'police', to: '/agency' },
  { id: 'answer', as: 'health', to: '/agency' },
  { id: 'assign', as: 'deputy', to: '/meetings' },
  { id: 'accept', as: 'health', to: '/agency' },
  { id: 'report', as: 'health', to: '/agency' },
  { id: 'conclude', as: 'deputy', to: '/situations' },
  { id: 'close', as: 'deputy', to: '/meetings' },
  { id: 'export', as: 'auditor', to: '/statistics' },
];
