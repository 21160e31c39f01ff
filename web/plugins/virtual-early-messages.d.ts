// SPDX-License-Identifier: MIT
declare module 'virtual:early-messages' {
  /** The texts of the poster and of failures by language, each by its English text. */
  const messages: Readonly<Record<string, Readonly<Record<string, string>>>>;
  export default messages;
}
