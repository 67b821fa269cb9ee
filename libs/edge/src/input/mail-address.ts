/**
 * A mail address as we take it: one, in ASCII, without quotes, comments, names or line breaks, so that it can
 * stand in an email's head as it is.
 * Whether it exists, the code that is mailed to it finds out.
 */
export const mailAddress =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;
