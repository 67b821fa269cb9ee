import { useQuery } from '@tanstack/react-query';
import type { Schema } from '#api-client';
import { api, ask } from '../../api/api.js';
import { usePages } from '../../api/use-pages.js';

export type Disclosure = Schema<'AgencyDisclosure'>;
export type AgencyEvent = Schema<'AgencyEvent'>;
export type DueSituation = Schema<'DueSituation'>;
export type Hold = Schema<'AgencyHold'>;
export type HoldRequest = Schema<'HoldRequest'>;
export type Certificate = Schema<'Certificate'>;
export type HoldReason = Hold['reason'];
export type Review = Schema<'Review'>;
export type Opening = Schema<'Opening'>;

export const useLedger = () =>
  usePages<Disclosure>(['privacy', 'ledger'], (after) =>
    ask(() => api.GET('/api/v1/privacy/disclosures', { params: { query: { limit: 50, ...after } } })),
  );
export const useAudit = (about: 'situations' | 'people') =>
  usePages<AgencyEvent>(['privacy', 'audit', about], (after) =>
    ask(() => api.GET('/api/v1/privacy/audit', { params: { query: { about, limit: 50, ...after } } })),
  );

export const keepingKey = ['privacy', 'keeping'] as const;
/** What is due, held, asked for and destroyed. */
export const useDue = () =>
  usePages<DueSituation>([...keepingKey, 'due'], (after) =>
    ask(() => api.GET('/api/v1/privacy/retention', { params: { query: { limit: 50, ...after } } })),
  );
export const useHolds = () =>
  usePages<Hold>([...keepingKey, 'holds'], (after) =>
    ask(() => api.GET('/api/v1/privacy/holds', { params: { query: { limit: 50, ...after } } })),
  );
export const useHoldRequests = () =>
  usePages<HoldRequest>([...keepingKey, 'requests'], (after) =>
    ask(() => api.GET('/api/v1/privacy/hold-requests', { params: { query: { limit: 50, ...after } } })),
  );
export const useCertificates = () =>
  usePages<Certificate>([...keepingKey, 'certificates'], (after) =>
    ask(() => api.GET('/api/v1/privacy/certificates', { params: { query: { limit: 50, ...after } } })),
  );

export const reviewsKey = ['privacy', 'reviews'] as const;
/** Signals about the own people, those that wait first; and the week in counts. */
export const useReviews = () =>
  usePages<Review>([...reviewsKey, 'list'], (after) =>
    ask(() => api.GET('/api/v1/privacy/reviews', { params: { query: { limit: 50, ...after } } })),
  );
export const useDigest = () =>
  useQuery({
    queryKey: [...reviewsKey, 'digest'],
    queryFn: () => ask(() => api.GET('/api/v1/privacy/digest')),
  });

export const openingsKey = ['openings'] as const;
/**
 * What was asked to be opened although it is concluded. Not asked for again by itself: that would keep a
 * session alive that nobody uses.
 */
export const useOpenings = () =>
  usePages<Opening>(openingsKey, (after) =>
    ask(() => api.GET('/api/v1/openings', { params: { query: { limit: 50, ...after } } })),
  );

export const useConsents = () =>
  usePages<Schema<'AgencyConsent'>>(['privacy', 'consents'], (after) =>
    ask(() => api.GET('/api/v1/privacy/consents', { params: { query: { limit: 50, ...after } } })),
  );
export const useCounts = () =>
  useQuery({ queryKey: ['privacy', 'counts'], queryFn: () => ask(() => api.GET('/api/v1/privacy/counts')) });
export const useAuditCounts = () =>
  usePages<Schema<'AuditCount'>>(['privacy', 'audit-counts'], (after) =>
    ask(() => api.GET('/api/v1/privacy/audit-counts', { params: { query: { limit: 50, ...after } } })),
  );
