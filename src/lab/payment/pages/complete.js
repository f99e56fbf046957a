const approval = Object.keys(payment.values)[0];
opener?.postMessage(
  { said: "complete", approval: payment.fields[approval], certificate: payment.fields.certificate },
  urlOf(payment.shop),
);
close();
