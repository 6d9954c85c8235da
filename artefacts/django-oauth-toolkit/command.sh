python3 manage.py createapplication --name billing-export --client-id billing-export --client-secret "$BILLING_EXPORT_SECRET" confidential client-credentials
