import { useIntl } from 'react-intl';
import { codedFieldNames, codedFields } from '#domain/vocabulary';

/**
 * The name of a list of codes; the list of a coded field needs no words of its own, and is called as the card
 * calls the field.
 */
export function useListName(): (list: string) => string {
  const { formatMessage, messages } = useIntl();
  return (list) => {
    const field = codedFieldNames.find((name) => codedFields[name].list === list);
    const own = `office.list.${list}`;
    return formatMessage({ id: own in messages || field === undefined ? own : `kit.card.${field}` });
  };
}
