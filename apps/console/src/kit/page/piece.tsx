import { useIntl } from 'react-intl';
import type { ReactNode } from 'react';
import './page.css';

/** Sample text of the kit page in the reader's language. It is no product text, so it stands in no catalogue. */
export function useSample(): (en: string, fr: string) => string {
  const french = useIntl().locale.startsWith('fr');
  return (en, fr) => (french ? fr : en);
}

export interface PieceProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** One piece of the kit under its name. */
export function Piece({ name, children }: PieceProps) {
  return (
    <section className="kit-piece" data-piece={name}>
      <h2 className="kit-piece-name" lang="en">
        {name}
      </h2>
      <div className="kit-piece-body">{children}</div>
    </section>
  );
}
