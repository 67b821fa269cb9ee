import type { ReactNode } from 'react';
import { Tab as AriaTab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import './tabs.css';

interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  /** How many lie behind it. */
  readonly count?: number | string | undefined;
  readonly content: ReactNode;
}

export interface TabsProps<Id extends string> {
  /** What the tabs are about, for assistive technology. */
  readonly label: string;
  readonly tabs: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

/**
 * Views of one thing, of which one shows. Keep `selected` in the address, so that back works; pages of their
 * own are links, not tabs.
 */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect }: TabsProps<Id>) {
  const choose = (key: unknown): void => {
    const tab = tabs.find((each) => each.id === key);
    if (tab !== undefined && tab.id !== selected) onSelect(tab.id);
  };
  return (
    <AriaTabs className="tabs" selectedKey={selected} onSelectionChange={choose} keyboardActivation="manual">
      <TabList className="tab-list" aria-label={label}>
        {tabs.map((tab) => (
          <AriaTab key={tab.id} id={tab.id} className="tab">
            {tab.label}
            {tab.count !== undefined && (
              <>
                {' '}
                <span className="tab-count">{tab.count}</span>
              </>
            )}
          </AriaTab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="tab-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
