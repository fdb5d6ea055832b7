const NAMES_A_SECRET = /SECRET|TOKEN|PASSWORD|AES_KEY/;
const LEAST = 4; // shorter values would blot out ordinary words

/** What must never be shown: values of variables that are named like secrets, and the passwords inside addresses. */
function secretsOf(environment: Readonly<Record<string, string | undefined>>): string[] {
  const found = Object.entries(environment).flatMap(([name, value = ""]) => {
    if (NAMES_A_SECRET.test(name.toUpperCase())) return [value];
    const { password = "" } = URL.canParse(value) ? new URL(value) : {};
    return [password, safelyDecoded(password)];
  });
  return [...new Set(found)].filter((secret) => secret.length >= LEAST).sort((one, other) => other.length - one.length);
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a bare % is a letter of the password
  }
}

/** The last guard before anything unforeseen is printed; what is foreseen names variables, never values. */
export function maskSecrets(text: string, environment: Readonly<Record<string, string | undefined>>): string {
  return secretsOf(environment).reduce((masked, secret) => masked.replaceAll(secret, "〔密〕"), text);
}
