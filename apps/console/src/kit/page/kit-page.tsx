import { Page } from '../layout.js';
import { PageHeader } from '../page-header.js';
import { SkipLink } from '../skip-link.js';
import { Fields } from './fields.js';
import { Finding } from './finding.js';
import { Overlays } from './overlays.js';
import { useSample } from './piece.js';
import { Saying } from './saying.js';
import { Shown } from './shown.js';
import { Situation } from './situation.js';

/** Every piece of the kit in every state: for development and for tests, never linked from the product. */
export function KitPage() {
  const say = useSample();
  return (
    <>
      <SkipLink />
      <main id="main" tabIndex={-1}>
        <Page>
          <PageHeader
            title={say('The kit', 'La trousse')}
            lead={say('Every piece in every state', 'Chaque élément dans chaque état')}
          />
          <Overlays />
          <Shown />
          <Finding />
          <Fields />
          <Situation />
          <Saying />
        </Page>
      </main>
    </>
  );
}
