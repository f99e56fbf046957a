/** What the server put into the page. */
const payment = JSON.parse(document.getElementById("payment").textContent);

/** The address of a place of the payment. */
const urlOf = ({ host, port }) => `https://${host}${port === 443 ? "" : `:${port}`}`;

/** A notice that has to be closed, in the guide's own words. */
const notice = (symptom) => alert(payment.messages[symptom] ?? symptom);

/** Puts hidden fields into a form. */
const fill = (form, values) => {
  for (const [name, value] of Object.entries(values)) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.append(field);
  }
};
