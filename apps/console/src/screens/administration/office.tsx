import { Link, Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useSeat } from '../../api/me.js';
import { Page } from '../../kit/layout.js';
import { PageHeader } from '../../kit/page-header.js';
import './administration.css';
import { partsOf, paths, type Part } from './parts.js';

export interface OfficeProps {
  readonly part: Part;
  readonly children: ReactNode;
}

/**
 * What is around each part of administration: the other parts, and what this one is about. A part that is not
 * this seat's leads to the first that is.
 */
export function Office({ part, children }: OfficeProps) {
  const { formatMessage } = useIntl();
  const parts = partsOf(useSeat()?.persona);
  const [first] = parts;
  if (!parts.includes(part)) return first === undefined ? null : <Navigate to={paths[first]} replace />;
  return (
    <Page>
      {parts.length > 1 && (
        <nav aria-label={formatMessage({ id: 'app.nav.administration' })}>
          <ul className="office-parts">
            {parts.map((each) => (
              <li key={each}>
                <Link to={paths[each]} aria-current={each === part ? 'page' : undefined}>
                  {formatMessage({ id: `office.${each}` })}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <PageHeader
        title={formatMessage({ id: `office.${part}` })}
        lead={formatMessage({ id: `office.${part}.lead` })}
      />
      {children}
    </Page>
  );
}
