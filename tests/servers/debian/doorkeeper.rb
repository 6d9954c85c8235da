# Doorkeeper in a Rails application of one file: authorization server and API. KIND=reuse gives a client the same token until it ends.
ENV['RAILS_ENV'] = 'production'
ENV['SECRET_KEY_BASE'] = 'x' * 64
ENV['DATABASE_URL'] = "sqlite3:#{File.join(ENV['HOME'], 'db.sqlite')}"
require 'rails'
require 'action_controller/railtie'
require 'active_record/railtie'
require 'doorkeeper'
require 'rack'

ActiveRecord::Base.establish_connection
ActiveRecord::Schema.verbose = false
ActiveRecord::Schema.define do
  create_table :oauth_applications do |t|
    t.string :name, null: false
    t.string :uid, null: false, index: { unique: true }
    t.string :secret, null: false
    t.text :redirect_uri
    t.string :scopes, null: false, default: ''
    t.boolean :confidential, null: false, default: true
    t.timestamps null: false
  end
  create_table :oauth_access_grants do |t|
    t.integer :resource_owner_id, null: false
    t.integer :application_id, null: false
    t.string :token, null: false, index: { unique: true }
    t.integer :expires_in, null: false
    t.text :redirect_uri, null: false
    t.string :scopes, null: false, default: ''
    t.datetime :created_at, null: false
    t.datetime :revoked_at
  end
  create_table :oauth_access_tokens do |t|
    t.integer :resource_owner_id
    t.integer :application_id
    t.string :token, null: false, index: { unique: true }
    t.string :refresh_token
    t.integer :expires_in
    t.datetime :revoked_at
    t.datetime :created_at, null: false
    t.string :scopes
    t.string :previous_refresh_token, null: false, default: ''
  end
end

class Shop < Rails::Application
  config.root = ENV['HOME']
  config.eager_load = false
  config.logger = Logger.new(IO::NULL)
  config.hosts.clear
  config.api_only = true
end

Doorkeeper.configure do
  orm :active_record
  api_only
  base_controller 'ActionController::API'
  grant_flows %w[client_credentials]
  default_scopes :'orders:read'
  optional_scopes :'orders:write'
  access_token_expires_in 600
  reuse_access_token if ENV['KIND'] == 'reuse'
end

class OrdersController < ActionController::API
  before_action(only: :index) { doorkeeper_authorize! :'orders:read' }

  def index
    render json: [{ id: 1, customer: ENV['PRIVATE_DATA'] }]
  end

  def description
    origin = request.base_url
    scopes = { 'orders:read' => 'Read orders', 'orders:write' => 'Change orders' }
    render json: {
      openapi: '3.0.3',
      info: { title: 'Orders', version: '1' },
      servers: [{ url: "#{origin}/api" }],
      components: {
        securitySchemes: {
          oauth: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: "#{origin}/oauth/token", scopes: scopes } } }
        }
      },
      security: [{ oauth: ['orders:read'] }],
      paths: {
        '/orders' => { get: { responses: { '200' => { description: 'Orders' }, '401' => { description: 'No credential' } } } }
      }
    }
  end
end

Shop.initialize!
Shop.routes.draw do
  use_doorkeeper { skip_controllers :authorizations, :applications, :authorized_applications }
  get 'api/orders', to: 'orders#index'
  get 'openapi.json', to: 'orders#description'
end
Doorkeeper::Application.create!(
  name: 'a test', uid: ENV['CLIENT_ID'], secret: ENV['CLIENT_SECRET'], redirect_uri: 'https://shop.example/none',
  scopes: 'orders:read orders:write'
)
require 'rack/handler/puma'
Rack::Handler::Puma.run(Shop, Host: '127.0.0.1', Port: ENV['PORT'].to_i, Silent: true, Threads: '1:4')
